/**
 * Who acts for whom while they are away. Others ask by the clause of the access rules alone; what
 * is done stands in the audit by the delegate's name, with the name of the one for whom it was.
 */
@NullMarked
package org.evenhand.review.delegation;

import org.jspecify.annotations.NullMarked;
