/** What kind of row an id names, told from schema, address or field. */

const SEGMENTS: Record<string, string> = { bodies: 'Body', evidence: 'Evidence', 'reporting-schemes': 'Scheme' };

function pascal(words: string): string {
  return words.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
}

/** `AgreementRow` and `AgreementAnswer` are both an Agreement. */
export function kindOfSchema(name: string): string {
  return name.replace(/(Answer|Row|Recorded|Record)$/, '');
}

/** `/agreements/{id}` asks for an Agreement. */
export function kindOfSegment(segment: string): string {
  return SEGMENTS[segment] ?? pascal(segment.replace(/s$/, ''));
}

const FIELD =
  /(body|agreement|commitment|clause|schedule|scheme|seat|member|occurrence|review|cycle|lineage)(?:Ids?)?$/i;
const CLAUSES = new Set(['afterId']);

/** `toAgreementId` says that it names an Agreement; most names say nothing. */
export function kindSaid(field: string): string | null {
  if (CLAUSES.has(field)) return 'Clause';
  const word = FIELD.exec(field)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return word === 'cycle' ? 'ReviewCycle' : pascal(word);
}

/** What to put into a field: hosts, owners, successors and the like are bodies. */
export function kindOfField(field: string): string {
  return kindSaid(field) ?? 'Body';
}
