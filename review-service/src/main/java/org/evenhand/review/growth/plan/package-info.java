/**
 * Development plans: what a person and whoever leads them agree that the person will learn, and
 * what the company owes for it. What a plan holds, its life as a table, its facts. No rating rests
 * on one, and neither a session nor a panel sees it.
 */
@NullMarked
package org.evenhand.review.growth.plan;

import org.jspecify.annotations.NullMarked;
