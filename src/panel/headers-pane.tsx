import type { Exchange, Header } from '../model/exchange.ts';
import { visible } from '../model/printable.ts';
import { t } from '../model/words/words.ts';

export const HeadersPane = ({ exchange }: { exchange: Exchange }) => (
  <div class="headers-pane">
    <HeaderTable title={t('Request headers')} headers={exchange.request.headers} />
    {exchange.response ? (
      <HeaderTable title={t('Response headers')} headers={exchange.response.headers} />
    ) : (
      <p class="empty">{t('No answer came.')}</p>
    )}
  </div>
);

const HeaderTable = ({ title, headers }: { title: string; headers: readonly Header[] }) => (
  <table class="headers">
    <caption>{title}</caption>
    <tbody>
      {headers.map(({ name, value }, index) => (
        <tr key={`${index}${name}`}>
          <th scope="row">{visible(name)}</th>
          <td>{visible(value)}</td>
        </tr>
      ))}
      {headers.length === 0 && (
        <tr>
          <td class="quiet">{t('none that the browser told of')}</td>
        </tr>
      )}
    </tbody>
  </table>
);
