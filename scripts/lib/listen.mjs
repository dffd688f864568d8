import { createStaticServer } from './static-server.mjs';

/** Both names of this computer, since `localhost` may mean either. HOST=0.0.0.0 serves the network instead. */
const LOCAL_HOSTS = ['127.0.0.1', '::1'];

function listenOn(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

function close(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

async function tryPort(folder, port, { hosts, onRequest }) {
  const servers = [];
  let actual = port;
  for (const host of hosts) {
    const server = createStaticServer(folder);
    server.on('request', onRequest);
    try {
      actual = await listenOn(server, actual, host);
      servers.push(server);
    } catch (error) {
      const isAbsent = servers.length > 0 && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code);
      if (isAbsent) continue; // a machine without IPv6
      await Promise.all(servers.map(close));
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return undefined;
      throw error;
    }
  }
  return { port: actual, close: () => Promise.all(servers.map(close)) };
}

/**
 * Serves `folder` on `port`, or on the next free one, telling `onTaken` about each that is not; port 0 takes any.
 * Resolves to the address and a way to stop. `onRequest` sees every request.
 */
export async function serve(folder, options = {}) {
  const { port = 0, host = process.env.HOST, onTaken = () => {}, onRequest = () => {} } = options;
  const hosts = host === undefined ? LOCAL_HOSTS : [host];
  for (let candidate = port; candidate < Math.min(port + 100, 65536); candidate += 1) {
    const served = await tryPort(folder, candidate, { hosts, onRequest });
    if (served !== undefined) return { ...served, url: `http://localhost:${served.port}` };
    if (port !== 0) onTaken(candidate);
  }
  throw new Error(`No free port from ${port} on: set PORT to another one.`);
}
