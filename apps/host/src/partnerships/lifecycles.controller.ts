import { eventTitle, lifecycles } from '@samenwerkt/engine';
import { NotFound } from '@samenwerkt/ledger';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Needs } from '../identity/needs.js';

/** The lifecycles as they are: the same for every organisation. */
@ApiTags('partnerships')
@Controller('lifecycles')
export class LifecyclesController {
  @Get(':id')
  @Needs('partnerships.read')
  @ApiParam({ name: 'id', enum: [...lifecycles.keys()] })
  @ApiOkResponse({ schema: answer('Lifecycle') })
  @ApiOperation({
    summary: 'De kaart van een levensloop: staten, en welke gebeurtenis waarheen leidt',
    description:
      'lane zegt in welke baan een staat ligt waar banen naast elkaar lopen. Een overgang met meer dan één from geldt voor een heel deel van de kaart; zonder to blijft het partnerschap staan waar het staat; zonder event volgt zij vanzelf.',
  })
  show(@Param('id') id: string, @InLanguage() language: Language) {
    const found = lifecycles.get(id);
    if (!found) throw new NotFound({ nl: 'levensloop', en: 'lifecycle' }, id);
    const { version, hash, title, graph, states } = found;
    return {
      id,
      version,
      hash,
      title: title[language],
      states: graph.states.flatMap(({ lane, end, id: state }) => {
        const info = states.get(state);
        if (!info) return [];
        const { step, phase, source } = info;
        return {
          id: state,
          step,
          phase,
          title: info.title[language],
          result: info.result[language],
          source,
          lane,
          end,
        };
      }),
      transitions: graph.transitions.map(({ event, from, to }) => ({
        event,
        title: event === null ? '' : eventTitle(id, event)[language],
        from,
        to,
      })),
    };
  }
}
