/** Rules of the preview: what keeps it from being served or from noticing changes. */
import { defineRule } from '../rule.ts';

export const portUnusable = defineRule<{ port: number; reason: 'taken' | 'forbidden' | string }>({
  code: 'CW9040',
  name: 'port-unusable',
  severity: 'error',
  message: ({ port, reason }) =>
    reason === 'taken'
      ? `port ${port} is used by another program`
      : reason === 'forbidden'
        ? `this computer does not let you use port ${port}`
        : `port ${port} cannot be used: ${reason}`,
  hint: () => 'leave out --port, and a free one is found',
  why: 'The preview is served at an address of its own on this computer; two programs cannot share one port.',
  fix: 'Leave out `--port`, name another number above 1023, or stop the other program (perhaps an earlier preview).',
  before: 'coursewright dev --port 80',
  after: 'coursewright dev',
});

export const changesUnseen = defineRule<{ reason: string }>({
  code: 'CW9041',
  name: 'changes-unseen',
  severity: 'warning',
  message: ({ reason }) => `changes of some files will not be noticed: ${reason}`,
  hint: () => 'stop the preview and start it again to see what you changed',
  why: 'The preview builds again when a file changes. The system has refused to watch some of them.',
  fix: 'Start the preview in a smaller folder, or let the system watch more files (on Linux: fs.inotify.max_user_watches).',
  before: 'sysctl fs.inotify.max_user_watches            # 8192',
  after: 'sudo sysctl fs.inotify.max_user_watches=524288',
});

export const previewRules = [portUnusable, changesUnseen] as const;
