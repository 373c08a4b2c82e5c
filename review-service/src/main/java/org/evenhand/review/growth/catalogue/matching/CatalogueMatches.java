package org.evenhand.review.growth.catalogue.matching;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.growth.catalogue.CatalogueEntryView;
import org.jspecify.annotations.Nullable;

/**
 * Entries that match, by their first day; those of one day by the SHA-256 of the seed and their id,
 * which anybody can compute anew.
 */
@Schema(
    name = "CatalogueMatches",
    example =
        """
        {"seed": "2027-02-01", "items": [{"entry":
           {"id": "019a8c1e-6f00-7000-8000-000000000801", "state": "PUBLISHED", "kind": "COURSE",
            "title": "Planning with others", "description": "Two days, in a group",
            "criteria": [], "tags": ["planning"], "languages": ["en", "nl-NL"],
            "places": ["Utrecht"], "accessibility": ["STEP_FREE", "CAPTIONS"], "hours": 16,
            "startsOn": "2027-03-08", "seats": 12, "seatsLeft": 3, "seat": false,
            "actions": ["takeCatalogueSeat"]},
           "why": [{"code": "HAS_TAG", "value": "planning", "text": "is about planning"},
             {"code": "SEATS_LEFT", "value": "3", "text": "has seats left: 3"}]}]}
        """)
record CatalogueMatches(String seed, List<CatalogueMatch> items, @Nullable String next) {

  CatalogueMatches {
    items = List.copyOf(items);
  }

  @Schema(name = "CatalogueMatch")
  record CatalogueMatch(CatalogueEntryView entry, List<MatchReason> why) {}
}
