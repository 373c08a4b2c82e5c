package org.evenhand.gateway.feed;

/**
 * How much a page is at most.
 *
 * @param bytes about: the event with which it reaches them is in it still
 */
record PageSize(int events, int bytes) {

  static final int GREATEST_LIMIT = 500;

  /** When a client doesn't say. */
  static final PageSize USUAL = new PageSize(100, 1024 * 1024);

  /** Less, because a stream that isn't read keeps its page for long. */
  static final PageSize OF_STREAM = new PageSize(GREATEST_LIMIT, 256 * 1024);

  PageSize with(int limit) {
    return new PageSize(limit, bytes);
  }
}
