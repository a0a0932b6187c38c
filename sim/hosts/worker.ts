/** The module worker: joins the host's ends to the worker's own, and beats once a second. */
import { fetchScene } from './fetch-scene';
import { lazyDesk } from './jobs/lazy-desk';
import { startJobWorker } from './jobs/start-job-worker';
import { createWorkerDesk } from './jobs/worker-desk';
import type { FromWorker, ToWorker } from './protocol';
import { createTwinHost } from './twin-host';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const HEARTBEAT_MS = 1_000;

/** A message to ourselves is the quickest turn of the event loop that a browser has. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()!();

const post = (message: FromWorker, transfer: ArrayBuffer[]) => worker.postMessage(message, transfer);

const host = createTwinHost({
  post,
  now: () => performance.now(),
  soon(callback) {
    waiting.push(callback);
    channel.port2.postMessage(null);
  },
  later(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  fetchScene: (address, progress) =>
    fetchScene(address, { fetch: worker.fetch.bind(worker), origin: worker.location.origin, progress }),
  desk: createWorkerDesk(startJobWorker),
  deskHere: (domains) =>
    lazyDesk(domains, async () => {
      // Loaded by who needs it: the worker that runs the city has another for this.
      const { toolsInBrowser } = await import('./jobs/tools-in-browser');
      return toolsInBrowser(domains.some(({ needs }) => needs?.includes('pressure')));
    }),
  die(error) {
    // Out of every promise and stream, so that the page hears of it as of any other error.
    setTimeout(() => {
      throw error;
    });
  },
});

worker.onmessage = (event: MessageEvent<ToWorker>) => host.hear(event.data);

let beat = 0;
const sayAlive = () => post({ kind: 'stream', name: 'heartbeat', value: { beat: ++beat } }, []);
setInterval(sayAlive, HEARTBEAT_MS);
sayAlive();
