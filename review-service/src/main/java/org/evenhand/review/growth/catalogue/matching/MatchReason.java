package org.evenhand.review.growth.catalogue.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One reason why an entry was found, for programs and for people. */
@Schema(name = "CatalogueMatchReason")
record MatchReason(MatchCode code, String value, String text) {}
