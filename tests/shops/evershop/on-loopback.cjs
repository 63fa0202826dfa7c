// node --require: every TCP server of this process listens on 127.0.0.1, whatever it asked for.
const net = require('net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function onLoopback(first, ...rest) {
  if (Number.isInteger(Number(first)) && first !== null && first !== '') {
    const port = Number(first);
    return listen.call(this, { port, host: '127.0.0.1' }, ...rest.filter((word) => typeof word === 'function'));
  }
  if (first && typeof first === 'object' && first.port !== undefined && !first.path) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  }
  return listen.call(this, first, ...rest);
};
