/**
 * What HR and managers read together: what waits here, what other services tell, and freezing it. A
 * further point is a further {@link org.evenhand.policy.governance.agenda.AgendaSource}.
 */
@NullMarked
package org.evenhand.policy.governance.agenda;

import org.jspecify.annotations.NullMarked;
