/** What a question about fairness costs in a large company and in a small one. */
@NullMarked
package org.evenhand.bench.fairness;

import org.jspecify.annotations.NullMarked;
