import browser from './browser.ts';
import { lifePort, messagePort } from './port-names.ts';
import { type PanelRequest, panelRequest, type RecorderEvent } from './recorder-messages.ts';

/** So often the panel is told how many requests were seen, in ms. */
const COUNT_PAUSE = 1_000;

/** The most that is kept until the panel is opened. */
const QUEUE = 20_000;

/** The devtools page's end: keeps events until a panel is there, then hands them over as they come. */
export class RecorderEnd {
  #queue: RecorderEvent[] = [];
  #take: ((events: RecorderEvent[]) => void) | undefined;
  #seen = 0;
  #isCounting = false;

  /** `onOpened` is called when a panel is there, `ask` for each thing that it asks. */
  constructor(
    private readonly onOpened: () => void,
    readonly ask: (request: PanelRequest) => void,
  ) {
    browser.runtime.onConnect.addListener((port) => {
      if (port.name === messagePort()) {
        this.attach((events) => port.postMessage(events));
        port.onMessage.addListener((message) => {
          const request = panelRequest.safeParse(message);
          if (request.success) ask(request.data);
        });
      } else if (port.name !== lifePort()) return;
      const take = this.#take;
      port.onDisconnect.addListener(() => {
        if (this.#take === take) this.#take = undefined;
      });
    });
  }

  /** `take` gets what was recorded so far, and from then on each event as it comes. */
  attach(take: (events: RecorderEvent[]) => void): void {
    this.#take = take;
    take(this.#queue);
    this.#queue = [];
    this.#tellCount();
    this.onOpened();
  }

  /** Hands it over at once: the timers of a page that is not shown go by seconds. */
  send(event: RecorderEvent): void {
    if (event.type === 'seen') this.#count(event.requests);
    else if (this.#take) this.#take([event]);
    else {
      this.#queue.push(event);
      if (this.#queue.length > QUEUE) this.#queue.shift();
    }
  }

  /** There are many requests, and the panel can wait for their number. */
  #count(requests: number): void {
    this.#seen = requests;
    if (this.#isCounting || !this.#take) return;
    this.#isCounting = true;
    setTimeout(() => {
      this.#isCounting = false;
      this.#tellCount();
    }, COUNT_PAUSE);
  }

  #tellCount() {
    this.#take?.([{ type: 'seen', requests: this.#seen }]);
  }
}
