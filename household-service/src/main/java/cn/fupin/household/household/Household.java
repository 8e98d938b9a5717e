package cn.fupin.household.household;

import cn.fupin.household.household.HouseholdEvent.*;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a household stands in its life; which type it is says what may happen next. */
sealed interface Household {
    record None() implements Household {}

    /** Every household that has applied. */
    sealed interface Known extends Household {
        File file();
    }

    /** In the course of identification, not yet on the register. */
    sealed interface Candidate extends Known {
        Stage stage();
    }

    /** On the register; an exit may be under way. */
    sealed interface OnRegister extends Known {
        Registration registration();
    }

    /**
     * What stays the same in every state.
     *
     * @param members their personIds
     * @param lastOn the day of the latest step: no later step may be dated before it
     */
    record File(String region, Set<String> members, LocalDate lastOn) {
        File on(LocalDate date) {
            return new File(region, members, date);
        }

        int persons() {
            return members.size();
        }
    }

    record Applied(File file) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.APPLIED;
        }
    }

    record Surveyed(File file, Finding finding) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.SURVEYED;
        }
    }

    /** The income the survey found, as corrected. */
    record Finding(int incomeYear, long fenPerHead) {}

    record Assessed(File file, Finding finding) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.ASSESSED;
        }
    }

    record Reviewed(File file, Finding finding) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.TOWNSHIP_REVIEWED;
        }
    }

    record Rejected(File file) implements Known {}

    /**
     * What a household has from its registration on.
     *
     * @param helperId the one responsible helper, null before the first is named
     */
    record Registration(@Nullable String helperId) {}

    record Registered(File file, Registration registration) implements OnRegister {}

    record ExitUnderWay(File file, Registration registration, ExitStage stage)
            implements OnRegister {}

    enum ExitStage {
        PROPOSED,
        VERIFIED,
        AGREED
    }

    /** The helper stays after the exit 脱贫不脱帮扶. */
    record Exited(File file, Registration registration) implements Known {}

    record Removed(File file) implements Known {}

    static Household evolve(Household state, HouseholdEvent event) {
        return switch (event) {
            case HouseholdApplied e -> new Applied(file(e));
            case HouseholdSurveyed e ->
                    new Surveyed(on(state, e), new Finding(e.incomeYear(), e.incomeFenPerHead()));
            case HouseholdAssessed e -> new Assessed(on(state, e), ((Surveyed) state).finding());
            case TownshipReviewed e -> new Reviewed(on(state, e), ((Assessed) state).finding());
            case HouseholdRegistered e -> new Registered(on(state, e), new Registration(null));
            case HouseholdRejected e -> new Rejected(on(state, e));
            case HelperAssigned e -> helped((OnRegister) state, e);
            case HouseholdRemoved e -> new Removed(on(state, e));
            case ExitProposed e -> exit(state, e, ExitStage.PROPOSED);
            case ExitVerified e -> exit(state, e, ExitStage.VERIFIED);
            case ExitAgreed e -> exit(state, e, ExitStage.AGREED);
            case HouseholdExited e -> new Exited(on(state, e), ((OnRegister) state).registration());
            case HouseholdRelapsed e ->
                    new Registered(on(state, e), ((Exited) state).registration());
            // A correction is no step: it may be of an earlier day and changes no stage.
            case SurveyCorrected e ->
                    refound(state, new Finding(e.incomeYear(), e.incomeFenPerHead()));
            case CausesCorrected _ -> state;
        };
    }

    private static File file(HouseholdApplied e) {
        var members = e.members().stream().map(Member::personId).collect(Collectors.toSet());
        return new File(e.region(), Set.copyOf(members), e.occurredOn());
    }

    private static File on(Household state, HouseholdEvent e) {
        return ((Known) state).file().on(e.occurredOn());
    }

    private static Household helped(OnRegister state, HelperAssigned e) {
        var registration = new Registration(e.helperId());
        var file = state.file().on(e.occurredOn());
        return switch (state) {
            case Registered _ -> new Registered(file, registration);
            case ExitUnderWay(_, _, var stage) -> new ExitUnderWay(file, registration, stage);
        };
    }

    private static ExitUnderWay exit(Household state, HouseholdEvent e, ExitStage stage) {
        return new ExitUnderWay(on(state, e), ((OnRegister) state).registration(), stage);
    }

    private static Household refound(Household state, Finding finding) {
        return switch (state) {
            case Surveyed s -> new Surveyed(s.file(), finding);
            case Assessed s -> new Assessed(s.file(), finding);
            case Reviewed s -> new Reviewed(s.file(), finding);
            // What was decided on the old finding stands until an authority decides otherwise.
            case None _, Applied _, Rejected _, OnRegister _, Exited _, Removed _ -> state;
        };
    }
}
