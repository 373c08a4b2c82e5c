/**
 * What was promised to those who build on us, held against what is offered now. Additions pass;
 * what takes something away fails the build.
 */
@NullMarked
package org.evenhand.kit.test.contract;

import org.jspecify.annotations.NullMarked;
