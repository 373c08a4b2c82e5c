/**
 * What people do with requests to peers, one use case a class, and the HTTP of it; what happens as
 * people go.
 */
@NullMarked
package org.evenhand.review.growth.peer.work;

import org.jspecify.annotations.NullMarked;
