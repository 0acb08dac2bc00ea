/** Loads the package's scripts when they are needed: works where `fetch` of package files is refused (lms-rules C9). */

/** Settles when the script has run or cannot be had; whoever asks sees by what it has registered. */
export type LoadScript = (src: string) => Promise<void>;

export function createScriptLoader(): LoadScript {
  const tries = new Map<string, number>();
  const underway = new Map<string, Promise<void>>();
  return (src) => {
    const known = underway.get(src);
    if (known !== undefined) return known;
    const tried = tries.get(src) ?? 0;
    tries.set(src, tried + 1);
    const loading = new Promise<void>((resolve) => {
      const script = document.createElement('script');
      // A cache may hold what did not help the first time, such as an LMS's page of login under the script's name.
      script.src = tried === 0 ? src : `${src}?again=${tried}`;
      script.onload = script.onerror = () => {
        script.remove();
        underway.delete(src);
        resolve();
      };
      document.head.append(script);
    });
    underway.set(src, loading);
    return loading;
  };
}

/** Why something cannot be shown: its script did not come, or is of another version than the player that runs. */
export type Unloaded = 'missing' | 'outdated';
