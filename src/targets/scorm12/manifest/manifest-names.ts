/** What the manifest of a SCORM 1.2 package is called, and its two namespaces (CAM 1.2, section 2.3.5.1). */

export const MANIFEST_FILE = 'imsmanifest.xml';

export const CP_NAMESPACE = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
export const ADLCP_NAMESPACE = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';
