import { plainDate, today } from '@samenwerkt/calendar';
import { advise, adviceProblems, openOf, type Policy, whatIf, whatIfProblems } from '@samenwerkt/engine';
import { DataInvalid, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { inLanguage } from '../http/in-language.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { AdviceDto, type PackChoiceDto, WhatIfDto } from './what-if.dto.js';

/** Questions about what may come; nothing is recorded. */
@ApiTags('what-if')
@Controller()
export class WhatIfController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post('what-ifs')
  @Needs('whatIf.use')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('WhatIfs') })
  @ApiOperation({
    summary: 'Wat regelpakketten van een contract zouden maken, naast elkaar',
    description:
      'Verplichtingen, waardering, regels, advies, ritme en wat nog moet worden ingevuld. Er wordt niets vastgelegd.',
  })
  async whatIfs(@Who() { organisation }: Identity, @Body() body: WhatIfDto, @InLanguage() language: Language) {
    const { packs, date, ...input } = body;
    const problems = whatIfProblems(given(input));
    if (problems.length > 0) throw new DataInvalid(problems);
    const day = this.dayOf(date);
    const policies = await Promise.all(packs.map((choice) => this.policyOf(organisation, choice)));
    const found = policies.map((policy) => whatIf(policy, given(input), day));
    return { items: inLanguage(found, language) };
  }

  @Post('advice')
  @Needs('whatIf.use')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Advice') })
  @ApiOperation({
    summary: 'Welke combinaties van bouwblokken dichten wat nog open staat',
    description:
      'Hoogstens vijf verschillende voorstellen binnen wat de opdrachtnemer kan, elk gewaardeerd door het pakket zelf; of wat hoogstens haalbaar is, en waardoor.',
  })
  async advice(@Who() { organisation }: Identity, @Body() body: AdviceDto, @InLanguage() language: Language) {
    const { pack, date, ...asked } = body;
    const question = given(asked);
    const problems = adviceProblems(question);
    if (problems.length > 0) throw new DataInvalid(problems);
    const day = this.dayOf(date);
    const policy = await this.policyOf(organisation, pack);
    const basis = openOf(policy, question, day);
    const { contract, limits } = question;
    const found = advise(policy, { open: basis.amount, limits, ...(contract ? { contract } : {}) }, day);
    return inLanguage({ ...found, basis }, language);
  }

  /** @throws DateInvalid */
  private dayOf(date: string | undefined): string {
    return date === undefined ? today(this.ledger.clock()) : plainDate(date).toString();
  }

  /** @throws NotFound */
  private policyOf(organisation: string, { name, version }: PackChoiceDto): Promise<Policy> {
    const { shelf } = this.ledger;
    return version === undefined ? shelf.current(organisation, name) : shelf.version(organisation, name, version);
  }
}

/** Without the fields that were left out, which a DTO holds as undefined. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
