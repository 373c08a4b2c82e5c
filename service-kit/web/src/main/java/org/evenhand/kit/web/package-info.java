/**
 * What every door of the suite has in common: problems, the caller, paging, preconditions, merge
 * patch and ids. The packages below wire it into Quarkus; a service needs only the types here.
 */
@NullMarked
package org.evenhand.kit.web;

import org.jspecify.annotations.NullMarked;
