/** The script of a SCORM 1.2 package: the player with the SCORM 1.2 link. */
import { startPlayer } from '../../../player/player.ts';
import { waitForApi } from './find-api.ts';
import { createScorm12Connection } from './scorm12-connection.ts';

startPlayer(async () => {
  const api = await waitForApi(window);
  return api === undefined ? undefined : createScorm12Connection(api);
});
