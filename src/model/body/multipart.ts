/** Stands between the parts; long and odd enough to be in none of them. */
const BOUNDARY = 'v3-inspector-3f9a61c7b2d84e05';

export const multipartType = `multipart/form-data; boundary=${BOUNDARY}`;

/** A `multipart/form-data` body of text fields (RFC 7578). */
export const writeMultipart = (fields: readonly { name: string; value: string }[]): string =>
  fields
    .map(
      ({ name, value }) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${escapeName(name)}"\r\n\r\n${value}\r\n`,
    )
    .join('')
    .concat(`--${BOUNDARY}--\r\n`);

const escapeName = (name: string): string =>
  name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
