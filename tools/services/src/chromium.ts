import { find, type Program } from './program.js';
import { dataFolder, freePort, run, type Service } from './service.js';

const CHROMIUM: Program = {
  name: 'chromium',
  folders: ['/usr/bin', '/snap/bin', '/Applications/Chromium.app/Contents/MacOS'],
  debian: 'chromium',
  brew: 'chromium',
  setting: 'TEST_CHROMIUM_URL',
};

/** Without a window, and without anything that asks the network for itself. */
const ALONE = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Where the browser is; it is installed when it can be. @throws ProgramMissing */
export function findChromium(): string {
  return find(CHROMIUM);
}

/** Starts a browser that knows nothing yet. Its address takes the DevTools protocol. @throws ProgramMissing */
export async function startChromium(): Promise<Service> {
  const program = findChromium();
  const folder = dataFolder('chromium');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return run({
    program,
    args: [...ALONE, `--user-data-dir=${folder}`, `--remote-debugging-port=${port}`, 'about:blank'],
    url,
    folder,
    answers: () => answers(url),
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/json/version`)).ok;
  } catch {
    return false;
  }
}
