package cn.fupin.reporting.claim;

/** Whether a figure of a region has been claimed. */
sealed interface FigureClaim {
    record None() implements FigureClaim {}

    record Stated(String region) implements FigureClaim {}

    static FigureClaim evolve(FigureClaim state, ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.FigureClaimed e -> new Stated(e.region());
        };
    }
}
