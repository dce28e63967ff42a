/**
 * When user data powers the machine off, in seconds after it runs: `shutdown -P +25`, cloud-init's `power_state` with a
 * delay, or `shutdown /s /t 1500`. Anything else that user data may do is not played.
 * @param userData in base64
 */
export function powerOffSeconds(userData: string): number | undefined {
  const script = Buffer.from(userData, 'base64').toString();
  const seconds = [linuxMinutes(script), cloudInitMinutes(script)]
    .map((minutes) => (minutes === undefined ? undefined : minutes * 60))
    .concat(windowsSeconds(script))
    .filter((found) => found !== undefined);
  return seconds.length === 0 ? undefined : Math.min(...seconds);
}

/** shutdown(8): `+m` is in minutes; without `-r` or `-k` it powers off. */
function linuxMinutes(script: string): number | undefined {
  const [, minutes] = /\bshutdown\s+(?:(?:-[PhH]|--poweroff|--halt)\s+)*\+?(\d+|now)\b/.exec(script) ?? [];
  return minutes === undefined ? undefined : minutes === 'now' ? 0 : Number(minutes);
}

/** cloud-init, "Power State Change": `delay` is in minutes, counted from cloud-init's end. */
function cloudInitMinutes(script: string): number | undefined {
  if (!/^power_state:/m.test(script) || !/^\s+mode:\s*["']?(?:poweroff|halt)\b/m.test(script))
    return undefined;
  const [, delay = 'now'] = /^\s+delay:\s*["']?\+?(\d+|now)/m.exec(script) ?? [];
  return delay === 'now' ? 0 : Number(delay);
}

/** Windows commands, shutdown: `/s` shuts down, `/t` is in seconds; of 30 unless given. */
function windowsSeconds(script: string): number | undefined {
  const [command] = /\bshutdown(?:\.exe)?\s+[/-][^\n]*/i.exec(script) ?? [];
  if (command === undefined || !/\s[/-]s\b/i.test(command)) return undefined;
  const [, seconds = '30'] = /\s[/-]t\s+(\d+)/i.exec(command) ?? [];
  return Number(seconds);
}
