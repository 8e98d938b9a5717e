package cn.fupin.reporting.history;

import cn.fupin.reporting.fact.Corrections;
import cn.fupin.reporting.fact.OnePerson;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 曾建档: a household that was on the register once and had somebody who came into this one later. Of
 * its life this one's history tells how it came onto the register, left it and ended, from the day
 * on which the person came here. What was one household with this one by correction is no other.
 */
final class EarlierFile {
    private record Words(String zh, String en) {}

    private static final Map<String, Words> WORDS =
            Map.of(
                    "HouseholdRegistered",
                    new Words(
                            "曾建档:本户有成员曾在建档户 %s,该户于 %s 识别建档",
                            "an earlier file: somebody of this household was in household %s, which was registered on %s"),
                    "HouseholdExited",
                    new Words("曾建档户 %s 于 %s 脱贫", "household %s of the earlier file exited on %s"),
                    "ExitRevoked",
                    new Words(
                            "曾建档户 %s 的脱贫退出于 %s 撤销",
                            "the exit of household %s of the earlier file was taken back on %s"),
                    "HouseholdRelapsed",
                    new Words("曾建档户 %s 于 %s 返贫", "household %s of the earlier file relapsed on %s"),
                    "RelapseRevoked",
                    new Words(
                            "曾建档户 %s 的返贫于 %s 撤销",
                            "the relapse of household %s of the earlier file was taken back on %s"),
                    "HouseholdRemoved",
                    new Words(
                            "曾建档户 %s 于 %s 清退",
                            "household %s of the earlier file was removed on %s"),
                    "HouseholdDissolved",
                    new Words(
                            "曾建档户 %s 于 %s 自然销户",
                            "household %s of the earlier file was dissolved on %s"),
                    "EndRevoked",
                    new Words(
                            "曾建档户 %s 的清退(销户)于 %s 撤销",
                            "the end of household %s of the earlier file was taken back on %s"));

    /**
     * SQL: what is told of the earlier files of household {@code :id}, with {@code came_on}, before
     * which it is none of its history.
     */
    static final String KNOWN =
            """
            with mine as (
                select p.household_id, p.effective_on, {now p} as who from household_persons p
                where p.household_id = :id and p.step = 'IN' and p.position <= :household and {p stands}),
            files as (
                select o.household_id, min(m.effective_on) as came_on
                from mine m
                join household_persons o on o.person_id in ({ids}) and o.household_id <> m.household_id
                  and o.step = 'IN' and o.effective_on <= m.effective_on and o.position <= :household and {o stands}
                  and {now o} = m.who
                where exists (
                    select 1 from household_states s
                    where s.household_id = o.household_id and s.state = 'REGISTERED' and not s.opening
                      and s.effective_on < m.effective_on and s.position <= :household)
                  and not exists (
                    select 1 from household_procedures h
                    where (h.household_id, h.to_household_id) in (
                        (m.household_id, o.household_id), (o.household_id, m.household_id))
                      and h.position <= :household)
                group by o.household_id)
            select e.*, true as names, f.came_on
            from files f join life_events e on e.stream_id = f.household_id
            where e.type = any(cast(:told as text[])) and e.position <= :household
            """
                    .replace("{p stands}", Corrections.stands("p", "household_persons"))
                    .replace("{o stands}", Corrections.stands("o", "household_persons"))
                    .replace("{now p}", OnePerson.now("p"))
                    .replace("{now o}", OnePerson.now("o"))
                    .replace("{ids}", OnePerson.ids("m.who"));

    private EarlierFile() {}

    static Set<String> told() {
        return WORDS.keySet();
    }

    /** Null for whatever is told otherwise. */
    static @Nullable Sentence sentence(LifeEvent e, Sentence.Reader reader) {
        var words = reader.isOf(e) ? null : WORDS.get(e.type());
        if (words == null) return null;
        return new Sentence(
                words.zh().formatted(e.text("householdId"), e.occurredOn()),
                words.en().formatted(e.text("householdId"), e.occurredOn()));
    }
}
