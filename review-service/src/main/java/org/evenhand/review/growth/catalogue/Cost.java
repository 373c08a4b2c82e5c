package org.evenhand.review.growth.catalogue;

/**
 * What it costs the company for one person.
 *
 * @param amount a decimal, as a text: a number would be read in more than one way
 * @param currency ISO 4217
 */
public record Cost(String amount, String currency) {}
