/** Loaded before the host, for measuring: tells whoever started it how much time of the processor it took so far. */
process.on('message', () => process.send(process.cpuUsage()));
process.channel.unref();
