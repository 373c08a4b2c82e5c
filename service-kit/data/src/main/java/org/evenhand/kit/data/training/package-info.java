/**
 * What nobody does without training, and who holds which, as the service that tells of training has
 * it. Whoever may do something at all is for others to say.
 */
@NullMarked
package org.evenhand.kit.data.training;

import org.jspecify.annotations.NullMarked;
