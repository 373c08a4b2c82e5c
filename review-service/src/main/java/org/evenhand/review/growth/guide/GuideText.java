package org.evenhand.review.growth.guide;

/** What a guide says. */
record GuideText(String title, String text) {}
