package org.evenhand.calibration.policy;

import java.util.List;

/**
 * What a version of a policy lets people say of a case.
 *
 * @param criteria their keys
 */
public record VersionInForce(int version, int scaleSize, List<String> criteria) {}
