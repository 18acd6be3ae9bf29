/** What Vite makes of a worker: the address of its file. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}
