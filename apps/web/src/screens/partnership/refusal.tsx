import { ApiError } from '../../api/errors.js';
import { Failure } from '../../components/failure.js';
import { ReasonCard } from '../../components/reason-card.js';

/** Why an event was refused, with every reason. */
export function Refusal({ error }: { readonly error: Error }) {
  const reasons = error instanceof ApiError ? error.reasons : [];
  return (
    <Failure error={error}>
      {reasons.map((reason) => (
        <ReasonCard key={`${reason.kind} ${reason.id}`} reason={reason} />
      ))}
    </Failure>
  );
}
