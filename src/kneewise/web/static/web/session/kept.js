// What is kept of a session in this browser until it is saved: counts and answers of one day, and nothing else.
const PREFIX = "kneewise.session.";

export function keep(kind, day) {
  const key = `${PREFIX}${kind}.${day}`;
  const others = () => Object.keys(localStorage).filter((one) => one.startsWith(`${PREFIX}${kind}.`) && one !== key);
  const quietly = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  quietly(() => others().forEach((one) => localStorage.removeItem(one)));
  return {
    read: () => quietly(() => JSON.parse(localStorage.getItem(key))),
    write: (state) => quietly(() => localStorage.setItem(key, JSON.stringify(state))),
    erase: () => quietly(() => localStorage.removeItem(key)),
  };
}
