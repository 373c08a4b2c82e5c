package org.evenhand.review.growth.catalogue;

import static org.evenhand.review.growth.catalogue.EntryState.DRAFT;
import static org.evenhand.review.growth.catalogue.EntryState.PUBLISHED;
import static org.evenhand.review.growth.catalogue.EntryState.RETIRED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of an entry. */
public final class EntryLifecycle implements LifecycleSource {

  static final Lifecycle<EntryState> OF_ENTRIES =
      Lifecycle.startingAt(DRAFT)
          .may(DRAFT, "changeCatalogueEntry")
          .may(DRAFT, "publishCatalogueEntry", PUBLISHED)
          .may(PUBLISHED, "changeCatalogueEntry")
          .may(PUBLISHED, "retireCatalogueEntry", RETIRED)
          .may(PUBLISHED, "takeCatalogueSeat")
          .may(PUBLISHED, "leaveCatalogueSeat")
          .may(RETIRED, "leaveCatalogueSeat")
          .build();

  @Override
  public String schema() {
    return "CatalogueEntryView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_ENTRIES;
  }
}
