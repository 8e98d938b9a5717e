package cn.fupin.household.household;

import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.CorrectionEvent.RelapseIncomeCorrected;
import cn.fupin.household.household.DescriptionEvent.HouseholdReclassified;
import cn.fupin.household.household.ExitEvent.ExitProposed;
import cn.fupin.household.household.ExitEvent.HouseholdExited;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.FileEvent.ExitPlanned;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.MemberEvent.HouseholdDissolved;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import cn.fupin.household.household.StandingEvent.HouseholdSuspended;
import cn.fupin.household.household.StandingEvent.RelapseRevoked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a household has from its registration on.
 *
 * @param since the day it was first registered
 * @param standards by which it stood from which day on, the first first
 * @param entries its own, the first first; none when it was split off one that had them
 * @param years of the incomes by which it came onto the register and off it
 */
record Registration(
        LocalDate since,
        Help help,
        Classification classification,
        List<Held> standards,
        List<Entry> entries,
        IncomeYears years) {
    Registration(LocalDate since, Help help, Classification classification, IncomeYears years) {
        this(since, help, classification, List.of(held(classification)), List.of(), years);
    }

    static Registration of(HouseholdRegistered e) {
        var on = e.occurredOn();
        var years = IncomeYears.entered(e.incomeYear());
        return new Registration(on, Help.from(on), Classification.of(e), years)
                .entered(on, new Finding(e.incomeYear(), e.incomeFenPerHead()), null);
    }

    /** As the household has it that this one was part of; only its helper is not this one's. */
    static Registration of(HouseholdSplitOff e) {
        var since = Objects.requireNonNull(e.registeredOn());
        var entered = Objects.requireNonNullElse(e.enteredOn(), since);
        var help = new Help(entered, e.exitedOn(), Helpers.nobody(e.occurredOn()), List.of(), null);
        var years = new IncomeYears(e.entryIncomeYear(), e.exitIncomeYear());
        return new Registration(since, help, Classification.of(e), years);
    }

    private Registration with(Classification changed) {
        return new Registration(since, help, changed, standards, entries, years);
    }

    Registration reclassified(HouseholdReclassified e) {
        var now = classification.reclassified(e);
        var held = more(standards, held(now));
        return new Registration(since, help, now, held, entries, years);
    }

    Registration corrected(CausesCorrected e) {
        return with(classification.corrected(e));
    }

    Registration with(Help changed) {
        return new Registration(since, changed, classification, standards, entries, years);
    }

    Registration with(IncomeYears changed) {
        return new Registration(since, help, classification, standards, entries, changed);
    }

    private Registration entered(LocalDate on, Finding by, @Nullable Before before) {
        var more = more(entries, new Entry(on, by, before, null, null));
        return new Registration(since, help, classification, standards, more, years);
    }

    /**
     * @param watch how it was watched until then
     */
    Registration relapsed(HouseholdRelapsed e, Monitoring watch) {
        var on = e.occurredOn();
        var before = new Before(help.enteredOn(), years, watch);
        var by = IncomeYears.entered(e.incomeYear());
        var now = classification.relapsed(e);
        return new Registration(since, help.entered(on), now, standards, left(), by)
                .entered(on, new Finding(e.incomeYear(), e.incomeFenPerHead()), before);
    }

    /** By which it came onto the register last; null when by its registration, or as another's. */
    @Nullable LocalDate lastRelapse() {
        if (entries.isEmpty()) return null;
        var last = entries.getLast();
        return last.before() == null ? null : last.on();
    }

    /** What came of the last relapse and stands on it; null while nothing does. */
    @Nullable String stepSinceRelapse(Household state) {
        return switch (state) {
            case Exited _ -> HouseholdExited.class.getSimpleName();
            case ExitUnderWay _ -> ExitProposed.class.getSimpleName();
            case Suspended _ -> HouseholdSuspended.class.getSimpleName();
            case Removed _ -> HouseholdRemoved.class.getSimpleName();
            case Dissolved _ -> HouseholdDissolved.class.getSimpleName();
            default ->
                    help.exitPlannedOn() != null
                            ? ExitPlanned.class.getSimpleName()
                            : entries.getLast().reshapedBy();
        };
    }

    /** Others came to stand as it does, or it took in some who did. */
    Registration reshaped(String by) {
        if (lastRelapse() == null) return this;
        var last = entries.getLast();
        var changed = more(entries.subList(0, entries.size() - 1), last.reshaped(by));
        return new Registration(since, help, classification, standards, changed, years);
    }

    /** How it was watched before the last relapse. */
    Monitoring watchedBefore() {
        return Objects.requireNonNull(entries.getLast().before()).watch();
    }

    /** As if the last relapse had not been; who helps it stays its helper. */
    Registration revoked(RelapseRevoked e) {
        var before = Objects.requireNonNull(entries.getLast().before());
        var left = entries.subList(0, entries.size() - 1);
        if (!left.isEmpty())
            left = more(left.subList(0, left.size() - 1), left.getLast().left(null));
        return new Registration(
                since,
                help.unentered(before.enteredOn()),
                classification.revoked(e),
                standards,
                List.copyOf(left),
                before.years());
    }

    /** The exit that a relapse follows stays with the entry that it ended. */
    private List<Entry> left() {
        if (entries.isEmpty()) return entries;
        var last = entries.getLast();
        var before = entries.subList(0, entries.size() - 1);
        return more(before, last.left(years.exit()));
    }

    void surveyMayBeOf(int year) {
        if (entries.isEmpty()) return;
        var first = entries.size() == 1 ? years : new IncomeYears(null, entries.getFirst().exit());
        first.surveyedBefore(year);
    }

    boolean relapsedOn(LocalDate day) {
        return relapse(day) >= 0;
    }

    /** After the year of the exit before it, and before that of the exit after it. */
    void relapseMayBeOf(int year, LocalDate relapsedOn) {
        var relapse = relapse(relapsedOn);
        var entry = entries.get(relapse);
        new IncomeYears(null, entry.after()).relapseBy(year);
        var left = isLast(relapse) ? years : new IncomeYears(null, entry.exit());
        left.surveyedBefore(year);
    }

    Registration corrected(RelapseIncomeCorrected e) {
        var relapse = relapse(e.relapsedOn());
        var by = new Finding(e.incomeYear(), e.incomeFenPerHead());
        var corrected = new ArrayList<>(entries);
        corrected.set(relapse, entries.get(relapse).by(by));
        var now = isLast(relapse) ? new IncomeYears(e.incomeYear(), years.exit()) : years;
        return new Registration(
                since, help, classification, standards, List.copyOf(corrected), now);
    }

    private int relapse(LocalDate on) {
        return entries.stream().map(Entry::on).toList().lastIndexOf(on);
    }

    private boolean isLast(int entry) {
        return entry == entries.size() - 1;
    }

    /** The survey is what it was registered by; after a relapse nothing rests on that any more. */
    Registration surveyCorrected(int year) {
        return entries.size() == 1 ? with(years.surveyCorrected(year)) : this;
    }

    /** By which it stood that day; before any, the first. */
    Standard standardOn(LocalDate day) {
        return standards.reversed().stream()
                .filter(held -> !held.since().isAfter(day))
                .findFirst()
                .orElse(standards.getFirst())
                .standard();
    }

    /** By which it came onto the register last by that day; null when nobody says. */
    @Nullable Finding incomeOn(LocalDate day) {
        return entries.reversed().stream()
                .filter(entry -> !entry.on().isAfter(day))
                .map(Entry::income)
                .findFirst()
                .orElse(null);
    }

    private static Held held(Classification now) {
        return new Held(now.since(), now.standard());
    }

    private static <T> List<T> more(List<T> some, T next) {
        return Stream.concat(some.stream(), Stream.of(next)).toList();
    }

    /** A standard it stands registered by from that day on. */
    record Held(LocalDate since, Standard standard) {}

    /**
     * As what it had exited until it relapsed.
     *
     * @param enteredOn when it had come onto the register last
     * @param watch how it was watched
     */
    record Before(LocalDate enteredOn, IncomeYears years, Monitoring watch) {}

    /**
     * It came onto the register that day, by that income.
     *
     * @param before null of the registration
     * @param exit of which year the income is by which it left again before it relapsed
     * @param reshapedBy by which it was made two since, or took another in; null without that
     */
    record Entry(
            LocalDate on,
            Finding income,
            @Nullable Before before,
            @Nullable Integer exit,
            @Nullable String reshapedBy) {
        /** Of which year the income is by which it had left before it relapsed. */
        @Nullable Integer after() {
            return before == null ? null : before.years().exit();
        }

        Entry left(@Nullable Integer by) {
            return new Entry(on, income, before, by, reshapedBy);
        }

        Entry by(Finding corrected) {
            return new Entry(on, corrected, before, exit, reshapedBy);
        }

        Entry reshaped(String by) {
            return new Entry(on, income, before, exit, by);
        }
    }
}
