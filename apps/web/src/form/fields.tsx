import { Button } from '@nl-design-system-candidate/button-react';
import { useId } from 'react';
import { t } from '../i18n/translate.js';
import { blank, isLong, titleOf, type Faults, type FieldSchema, type Typed } from './model.js';

interface FieldProps {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly isRequired: boolean;
  readonly typed: Typed | undefined;
  readonly faults: Faults;
  /** JSON pointer of this field. */
  readonly path: string;
  readonly onType: (typed: Typed) => void;
}

type GroupProps = Omit<FieldProps, 'name' | 'isRequired'>;

/** The fields of an object, in the order of its schema. */
export function Fields({ schema, typed, faults, path, onType }: GroupProps) {
  const values = typeof typed === 'object' && !Array.isArray(typed) ? (typed as Record<string, Typed>) : {};
  return Object.entries(schema.properties ?? {}).map(([name, part]) => (
    <Field
      key={name}
      name={name}
      schema={part}
      isRequired={schema.required?.includes(name) === true}
      typed={values[name]}
      faults={faults}
      path={`${path}/${name}`}
      onType={(next) => onType({ ...values, [name]: next })}
    />
  ));
}

function Field(props: FieldProps) {
  if (props.schema.type === 'array') return <ListField {...props} />;
  if (props.schema.type === 'object') return <GroupField {...props} />;
  return <SingleField {...props} />;
}

function GroupField({ name, schema, ...rest }: FieldProps) {
  return (
    <fieldset className="sw-group">
      <legend className="utrecht-form-label">{titleOf(schema, name)}</legend>
      <Fields schema={schema} {...rest} />
    </fieldset>
  );
}

function ListField({ name, schema, typed, faults, path, onType }: FieldProps) {
  const items = Array.isArray(typed) ? (typed as readonly Typed[]) : [];
  const item = schema.items ?? {};
  const title = titleOf(schema, name);
  return (
    <fieldset className="sw-group">
      <legend className="utrecht-form-label">{title}</legend>
      <Fault message={faults[path]} id={`${path}-fout`} />
      {items.map((one, index) => (
        <fieldset key={index} className="sw-group">
          <legend className="sw-soft sw-small">{t('form.item', { n: index + 1 })}</legend>
          {item.type === 'object' ? (
            <Fields
              schema={item}
              typed={one}
              faults={faults}
              path={`${path}/${index}`}
              onType={(next) => onType(items.with(index, next))}
            />
          ) : (
            <SingleField
              name={name}
              schema={{ ...item, title }}
              isRequired
              typed={one}
              faults={faults}
              path={`${path}/${index}`}
              onType={(next) => onType(items.with(index, next))}
            />
          )}
          <p>
            <Button purpose="subtle" type="button" onClick={() => onType(items.toSpliced(index, 1))}>
              {t('form.remove', { n: index + 1 })}
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button purpose="secondary" type="button" onClick={() => onType([...items, blank(item)])}>
          {t('form.add', { title })}
        </Button>
      </p>
    </fieldset>
  );
}

function hintOf(schema: FieldSchema): string | undefined {
  if (schema.format === 'date') return t('form.dateHint');
  if (schema.format === 'euro') return t('form.euroHint');
  return schema['x-personal'] ? t('form.personal') : undefined;
}

function SingleField({ name, schema, isRequired, typed, faults, path, onType }: FieldProps) {
  const id = useId();
  const fault = faults[path];
  const hint = hintOf(schema);
  const value = typeof typed === 'string' ? typed : '';
  const described = [hint === undefined ? '' : `${id}-uitleg`, fault === undefined ? '' : `${id}-fout`]
    .join(' ')
    .trim();
  const shared = {
    id,
    value,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': fault !== undefined || undefined,
    'aria-required': isRequired || undefined,
    'data-path': path,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onType(target.value),
  };
  return (
    <div className="sw-field" data-invalid={fault !== undefined}>
      <label htmlFor={id} className="utrecht-form-label">
        {titleOf(schema, name)} {!isRequired && <span className="sw-soft">{t('app.optional')}</span>}
      </label>
      {hint !== undefined && (
        <span id={`${id}-uitleg`} className="sw-soft sw-small">
          {hint}
        </span>
      )}
      <Fault message={fault} id={`${id}-fout`} />
      <Control schema={schema} shared={shared} />
    </div>
  );
}

function Control({
  schema,
  shared,
}: {
  readonly schema: FieldSchema;
  readonly shared: Readonly<Record<string, unknown>>;
}) {
  const options =
    schema.type === 'boolean'
      ? ([
          ['ja', t('app.yes')],
          ['nee', t('app.no')],
        ] as const)
      : schema.enum?.map((one) => [one, schema.called?.(one) ?? one] as const);
  if (options) {
    return (
      <select className="utrecht-select utrecht-select--html-select sw-short" {...shared}>
        <option value="">{t('app.choose')}</option>
        {options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  if (isLong(schema))
    return <textarea className="utrecht-textarea utrecht-textarea--html-textarea" rows={3} {...shared} />;
  const isShort = schema.format !== undefined || schema.type === 'integer';
  return (
    <input
      type="text"
      inputMode={schema.type === 'integer' || schema.format === 'date' ? 'numeric' : undefined}
      className={`utrecht-textbox utrecht-textbox--html-input ${isShort ? 'sw-short' : ''}`}
      autoComplete="off"
      {...shared}
    />
  );
}

function Fault({ message, id }: { readonly message: string | undefined; readonly id: string }) {
  if (message === undefined) return null;
  return (
    <span id={id} className="sw-late sw-small">
      {message}
    </span>
  );
}
