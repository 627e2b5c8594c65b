package io.heliograph.server;

/**
 * How many whole feeds one network may have without asking whether they changed.
 *
 * @param burst at once; 0 for no limit
 * @param perMinute as these grow back
 */
public record AllowanceSettings(int burst, int perMinute) {

    /** What a reader with hundreds of feeds uses, and a busy office. */
    public static final AllowanceSettings USUAL = new AllowanceSettings(600, 120);

    public AllowanceSettings {
        if (burst < 0 || perMinute < 1) {
            throw new IllegalArgumentException("no allowance");
        }
    }
}
