package io.heliograph.mirror;

import io.heliograph.http.CacheRules;
import java.time.InstantSource;

/** What every exchange of a site's mirror goes through. */
record Station(
        OriginSite origin,
        RequestFields requestFields,
        CacheRules rules,
        Shelf shelf,
        Flights flights,
        Fetches fetches,
        Slices slices,
        Heads heads,
        Presenter presenter,
        InstantSource clock) {}
