/** The script of the preview's page for SCORM 1.2 courses. */
import { startPreviewPage } from '../../../preview/page/start-page.ts';
import { createPracticeLms } from '../fake-lms/practice-lms.ts';

startPreviewPage(createPracticeLms(window as Window & { API?: unknown }));
