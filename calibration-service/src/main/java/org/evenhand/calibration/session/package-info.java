/**
 * A calibration session: the aggregate with its samples, its life as a table of transitions, who
 * finds it, who may take a step on it, and how it is told and shown. The packages below build on it
 * by {@link org.evenhand.calibration.session.SessionSteps} for what changes, and {@link
 * org.evenhand.calibration.session.SessionContexts} for what is read; it knows none of them.
 */
@NullMarked
package org.evenhand.calibration.session;

import org.jspecify.annotations.NullMarked;
