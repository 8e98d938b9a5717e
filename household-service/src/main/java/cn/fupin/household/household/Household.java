package cn.fupin.household.household;

import cn.fupin.household.household.IdentificationEvent.Stage;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a household stands in its life; which type it is says what may happen next. */
sealed interface Household {
    record None() implements Household {}

    /** Every household with a life: it applied or was put on file. */
    sealed interface Known extends Household {
        File file();

        Known with(File file);
    }

    /** Its persons are claimed, its members may change; no end has been put to it. */
    sealed interface Active extends Known {
        @Override
        Active with(File file);
    }

    /** In the course of identification, not yet on the register. */
    sealed interface Candidate extends Active {
        Stage stage();

        /** How it was watched on file, where it goes back to; null when it was not on file. */
        @Nullable Monitoring onFile();
    }

    /** It was registered once: help goes on for it, on the register and after. */
    sealed interface Enrolled extends Active {
        Registration registration();

        Enrolled with(Registration registration);
    }

    /** On the register; an exit may be under way. */
    sealed interface OnRegister extends Enrolled {}

    /** Near the register, and watched when there is reason to. */
    sealed interface OffRegister extends Active {
        Monitoring monitoring();

        OffRegister with(File file, Monitoring monitoring);
    }

    record Applied(File file, @Nullable Monitoring onFile) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.APPLIED;
        }

        @Override
        public Applied with(File changed) {
            return new Applied(changed, onFile);
        }
    }

    record Surveyed(File file, Finding finding, @Nullable Monitoring onFile) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.SURVEYED;
        }

        @Override
        public Surveyed with(File changed) {
            return new Surveyed(changed, finding, onFile);
        }
    }

    /** The income the survey found, as corrected. */
    record Finding(int incomeYear, long fenPerHead) {}

    record Assessed(File file, Finding finding, @Nullable Monitoring onFile) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.ASSESSED;
        }

        @Override
        public Assessed with(File changed) {
            return new Assessed(changed, finding, onFile);
        }
    }

    record Reviewed(File file, Finding finding, @Nullable Monitoring onFile) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.TOWNSHIP_REVIEWED;
        }

        @Override
        public Reviewed with(File changed) {
            return new Reviewed(changed, finding, onFile);
        }
    }

    record Rejected(File file) implements Known {
        @Override
        public Rejected with(File changed) {
            return new Rejected(changed);
        }
    }

    /** It took its application back. */
    record Withdrawn(File file) implements Known {
        @Override
        public Withdrawn with(File changed) {
            return new Withdrawn(changed);
        }
    }

    record Registered(File file, Registration registration) implements OnRegister {
        @Override
        public Registered with(File changed) {
            return new Registered(changed, registration);
        }

        @Override
        public Registered with(Registration changed) {
            return new Registered(file, changed);
        }
    }

    record ExitUnderWay(File file, Registration registration, ExitStage stage)
            implements OnRegister {
        @Override
        public ExitUnderWay with(File changed) {
            return new ExitUnderWay(changed, registration, stage);
        }

        @Override
        public ExitUnderWay with(Registration changed) {
            return new ExitUnderWay(file, changed, stage);
        }
    }

    enum ExitStage {
        PROPOSED,
        ASSESSED,
        VERIFIED,
        AGREED
    }

    /** The helper stays after the exit 脱贫不脱帮扶. */
    record Exited(File file, Registration registration, Monitoring monitoring, Relapse relapse)
            implements OffRegister, Enrolled {
        Exited(File file, Registration registration) {
            this(file, registration, new Unwatched(), new NotProposed());
        }

        @Override
        public Exited with(Registration changed) {
            return new Exited(file, changed, monitoring, relapse);
        }

        @Override
        public Exited with(File changed) {
            return new Exited(changed, registration, monitoring, relapse);
        }

        @Override
        public Exited with(File changed, Monitoring now) {
            return new Exited(changed, registration, now, relapse);
        }

        Exited with(File changed, Relapse now) {
            return new Exited(changed, registration, monitoring, now);
        }

        /** Null when it stands as exited because the household it was split off did. */
        @Nullable LocalDate ownExit() {
            var exitedOn = registration.help().exitedOn();
            var opened = file.places().getFirst().since();
            return exitedOn == null || !exitedOn.isAfter(opened) ? null : exitedOn;
        }
    }

    /** How far its relapse has come 返贫程序. */
    sealed interface Relapse {}

    record NotProposed() implements Relapse {}

    record Proposed() implements Relapse {}

    /** By the meeting of that day. */
    record Seconded(LocalDate on) implements Relapse {}

    /** By the township on that day, upon that notice. */
    record Endorsed(String noticeId, LocalDate on) implements Relapse {}

    /** Not on the register for a while 中止; its persons, places and helper are kept for it. */
    record Suspended(File file, Registration registration) implements Enrolled {
        @Override
        public Suspended with(Registration changed) {
            return new Suspended(file, changed);
        }

        @Override
        public Suspended with(File changed) {
            return new Suspended(changed, registration);
        }
    }

    /** An ordinary household 一般农户, never registered. */
    record OnFile(File file, Monitoring monitoring) implements OffRegister {
        @Override
        public OnFile with(File changed) {
            return new OnFile(changed, monitoring);
        }

        @Override
        public OnFile with(File changed, Monitoring now) {
            return new OnFile(changed, now);
        }
    }

    /** How far the watch has come. */
    sealed interface Monitoring {}

    record Unwatched() implements Monitoring {}

    record Clued(LocalDate clueOn) implements Monitoring {}

    record Checked(LocalDate clueOn, FoundIncome found) implements Monitoring {}

    /** A meeting voted for watching it. */
    record Backed(LocalDate clueOn, FoundIncome found) implements Monitoring {}

    /**
     * What the check at home found.
     *
     * @param rangeFenPerYear 监测范围 of that day, null where no rule says how far it goes
     */
    record FoundIncome(int year, long fenPerHead, @Nullable Long rangeFenPerYear) {
        boolean isWithinRange() {
            return rangeFenPerYear == null || fenPerHead <= rangeFenPerYear;
        }
    }

    record Monitored(MonitoringKind kind, LocalDate since, int incomeYear) implements Monitoring {}

    /** An end that is taken back when it was entered by mistake. */
    sealed interface Ended extends Known {
        /** As what it stood, corrected as it is since. */
        Active before();

        LocalDate on();

        @Override
        default File file() {
            return before().file().on(on());
        }

        @Override
        Ended with(File file);

        Ended after(Active corrected);
    }

    record Removed(Active before, LocalDate on) implements Ended {
        @Override
        public Removed with(File changed) {
            return after(before.with(changed));
        }

        @Override
        public Removed after(Active corrected) {
            return new Removed(corrected, on);
        }
    }

    /** 自然销户. */
    record Dissolved(Active before, LocalDate on) implements Ended {
        @Override
        public Dissolved with(File changed) {
            return after(before.with(changed));
        }

        @Override
        public Dissolved after(Active corrected) {
            return new Dissolved(corrected, on);
        }
    }

    /** Its persons are another household's. */
    record Merged(File file) implements Known {
        @Override
        public Merged with(File changed) {
            return new Merged(changed);
        }
    }

    /** Null for one that was never registered, or whose life has ended. */
    static @Nullable Registration registration(Household state) {
        return state instanceof Enrolled household ? household.registration() : null;
    }
}
