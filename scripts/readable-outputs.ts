/** A step's outputs, a line each, as a person would read them: the document of the whole result comes last, in many lines. */
export function readableOutputs({ image, ...others }: Readonly<Record<string, string>>): string {
  const lines = Object.entries(others).map(([name, value]) => `${name}=${value}`);
  if (image !== undefined) lines.push(`image=${image && JSON.stringify(JSON.parse(image), undefined, 2)}`);
  return lines.join('\n');
}
