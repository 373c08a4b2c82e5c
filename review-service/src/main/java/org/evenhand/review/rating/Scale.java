package org.evenhand.review.rating;

/**
 * The shape of a rating scale.
 *
 * @param size the highest ordinal; ordinals run from 1, higher is better
 * @param favourableFrom the ordinal from which on a rating counts as favourable, 1..size
 */
public record Scale(int size, int favourableFrom) {}
