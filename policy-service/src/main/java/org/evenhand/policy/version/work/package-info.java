/**
 * Drafting and editing, with the HTTP of policies and versions. The other features refer to {@code
 * VersionSteps} alone, the one way to change a version.
 */
@NullMarked
package org.evenhand.policy.version.work;

import org.jspecify.annotations.NullMarked;
