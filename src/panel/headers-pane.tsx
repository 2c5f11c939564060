import type { Exchange, Header } from '../model/exchange.ts';

export const HeadersPane = ({ exchange }: { exchange: Exchange }) => (
  <div class="headers-pane">
    <HeaderTable title="Request headers" headers={exchange.request.headers} />
    {exchange.response ? (
      <HeaderTable title="Response headers" headers={exchange.response.headers} />
    ) : (
      <p class="empty">No answer came.</p>
    )}
  </div>
);

const HeaderTable = ({ title, headers }: { title: string; headers: readonly Header[] }) => (
  <table class="headers">
    <caption>{title}</caption>
    <tbody>
      {headers.map(({ name, value }, index) => (
        <tr key={`${index}${name}`}>
          <th scope="row">{name}</th>
          <td>{value}</td>
        </tr>
      ))}
      {headers.length === 0 && (
        <tr>
          <td class="quiet">none that the browser told of</td>
        </tr>
      )}
    </tbody>
  </table>
);
