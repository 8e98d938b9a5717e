package cn.fupin.household.region;

import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.region.PlaceEvent.RegionListingCorrected;
import cn.fupin.household.region.PlaceEvent.RegionRenamed;
import cn.fupin.household.region.PlaceTakenBack.ListingTakenBack;
import cn.fupin.household.region.PlaceTakenBack.RenamingTakenBack;
import cn.fupin.household.region.RegionEvent.RegionListed;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which places are listed: a lookup that commits with the listing itself. */
@Component
public class Regions {
    private final JdbcClient db;

    Regions(JdbcClient db) {
        this.db = db;
    }

    public boolean isListed(String code) {
        return db.sql("select exists (select from region where region = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /**
     * What is asked about a place that nobody knows is answered as nothing known, not with nothing.
     *
     * @throws UnknownId where neither it nor any place within it is listed
     */
    public void require(String code) {
        if (!isListedWithin(code)) throw new UnknownId("region", code);
    }

    /** Null for a place that is not listed. */
    public @Nullable LocalDate listedOn(String code) {
        return db.sql("select listed_on from region where region = ?")
                .param(code)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    boolean isListedBy(String code, LocalDate day) {
        var since = listedOn(code);
        return since != null && !day.isBefore(since);
    }

    /** Whether it, or any place within it, is listed. */
    boolean isListedWithin(String code) {
        return db.sql("select exists (select from region where region like ?)")
                .param(Division.prefix(code) + "%")
                .query(Boolean.class)
                .single();
    }

    public boolean isListedVillage(String code) {
        return isListed(code) && Level.VILLAGE.fits(code);
    }

    /** Null for what is no village, or not listed. */
    public @Nullable LocalDate villageListedOn(String code) {
        return Level.VILLAGE.fits(code) ? listedOn(code) : null;
    }

    @EventHandler
    void on(RegionRenamed e) {
        db.sql("update region set name = ? where region = ?").params(e.name(), e.region()).update();
    }

    /** What it was renamed to since stays. */
    @EventHandler
    void on(RegionListingCorrected e) {
        db.sql("update region set name = ? where region = ? and name = ?")
                .params(e.name(), e.region(), e.formerName())
                .update();
    }

    @EventHandler
    void on(RenamingTakenBack e) {
        db.sql("update region set name = ? where region = ?")
                .params(e.formerName(), e.region())
                .update();
    }

    @EventHandler
    void on(ListingTakenBack e) {
        db.sql("delete from region where region = ?").param(e.region()).update();
    }

    @EventHandler
    void on(RegionListed e) {
        db.sql(
                        "insert into region (region, name, level, listed_on) values (?, ?, ?, ?) on conflict do nothing")
                .params(e.region(), e.name(), e.level().name(), e.occurredOn())
                .update();
    }
}
