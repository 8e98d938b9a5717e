package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 生产生活条件: what a household lives in, on and by, as the form has it. Every part may be left out.
 * Areas are square metres with at most two decimals.
 */
public record HouseholdDetails(
        @Nullable Dwelling dwelling,
        @Nullable Land land,
        @Nullable Water water,
        @Nullable Supply supply,
        @Nullable Way way,
        @Nullable Traits traits) {
    private static final BigDecimal LARGEST_DWELLING = BigDecimal.valueOf(5_000);

    /** 住房. */
    public record Dwelling(
            @Nullable BigDecimal areaSquareMetres,
            @Nullable Structure structure,
            @Nullable DangerGrade dangerGrade,
            @Nullable Integer builtYear) {}

    /** 钢混, 砖混, 砖木, 木, 土坯, 石, 其他. */
    public enum Structure {
        REINFORCED_CONCRETE,
        BRICK_CONCRETE,
        BRICK_TIMBER,
        TIMBER,
        EARTH,
        STONE,
        OTHER
    }

    /** 危房等级: A and B are safe, C needs repair, D is not to be lived in. */
    public enum DangerGrade {
        A,
        B,
        C,
        D
    }

    /** 耕地, 其中有效灌溉, 林地, 其中退耕还林, 林果, 牧草地, 水面. */
    public record Land(
            @Nullable BigDecimal cropSquareMetres,
            @Nullable BigDecimal irrigatedSquareMetres,
            @Nullable BigDecimal forestSquareMetres,
            @Nullable BigDecimal returnedToForestSquareMetres,
            @Nullable BigDecimal orchardSquareMetres,
            @Nullable BigDecimal pastureSquareMetres,
            @Nullable BigDecimal pondSquareMetres) {}

    /** 饮水: 是否安全, 是否困难, 水源, 取水距离. */
    public record Water(
            @Nullable Boolean safe,
            @Nullable Boolean scarce,
            @Nullable WaterSource source,
            @Nullable Integer distanceMetres) {}

    /** 自来水, 井水, 山泉, 江河湖, 水窖, 其他. */
    public enum WaterSource {
        TAP,
        WELL,
        SPRING,
        RIVER,
        CISTERN,
        OTHER
    }

    /** 生活用电, 生产用电, 广播电视, 宽带, 主要燃料, 卫生厕所. */
    public record Supply(
            @Nullable Boolean electricity,
            @Nullable Boolean productionElectricity,
            @Nullable Boolean television,
            @Nullable Boolean broadband,
            @Nullable Fuel fuel,
            @Nullable Boolean sanitaryToilet) {}

    /** 柴草, 干畜粪, 煤炭, 清洁能源（电、气、沼气、太阳能）, 其他. */
    public enum Fuel {
        FIREWOOD,
        DUNG,
        COAL,
        CLEAN,
        OTHER
    }

    /** 入户路类型, 与村主干路距离. */
    public record Way(@Nullable Road road, @Nullable Integer toMainRoadMetres) {}

    /** 泥土路, 砂石路, 水泥路, 沥青路. */
    public enum Road {
        EARTH,
        GRAVEL,
        CONCRETE,
        ASPHALT
    }

    /** 军烈属, 独生子女户, 双女户, 加入农民专业合作组织. */
    public record Traits(
            @Nullable Boolean soldiersFamily,
            @Nullable Boolean onlyChild,
            @Nullable Boolean twoDaughters,
            @Nullable Boolean cooperativeMember) {}

    /**
     * To be asked where it comes in, and never of what is stored already.
     *
     * @param today nothing was built later
     */
    void check(String field, LocalDate today) {
        if (saysNothing()) {
            throw new Malformed(field, "says-something", "至少填写一项", "must say something");
        }
        if (dwelling != null) check(dwelling, field + ".dwelling", today);
        if (land != null) check(land, field + ".land");
        if (water != null) metres(field + ".water.distanceMetres", water.distanceMetres());
        if (way != null) metres(field + ".way.toMainRoadMetres", way.toMainRoadMetres());
    }

    private boolean saysNothing() {
        return (dwelling == null || dwelling.equals(new Dwelling(null, null, null, null)))
                && (land == null || land.equals(new Land(null, null, null, null, null, null, null)))
                && (water == null || water.equals(new Water(null, null, null, null)))
                && (supply == null || supply.equals(new Supply(null, null, null, null, null, null)))
                && (way == null || way.equals(new Way(null, null)))
                && (traits == null || traits.equals(new Traits(null, null, null, null)));
    }

    private static void check(Dwelling dwelling, String field, LocalDate today) {
        area(field + ".areaSquareMetres", dwelling.areaSquareMetres(), LARGEST_DWELLING);
        var built = dwelling.builtYear();
        if (built != null) Check.range(field + ".builtYear", built, 1600, today.getYear());
    }

    private static void check(Land land, String field) {
        plot(field + ".cropSquareMetres", land.cropSquareMetres());
        plot(field + ".irrigatedSquareMetres", land.irrigatedSquareMetres());
        plot(field + ".forestSquareMetres", land.forestSquareMetres());
        plot(field + ".returnedToForestSquareMetres", land.returnedToForestSquareMetres());
        plot(field + ".orchardSquareMetres", land.orchardSquareMetres());
        plot(field + ".pastureSquareMetres", land.pastureSquareMetres());
        plot(field + ".pondSquareMetres", land.pondSquareMetres());
        part(
                field + ".irrigatedSquareMetres",
                land.irrigatedSquareMetres(),
                land.cropSquareMetres());
        part(
                field + ".returnedToForestSquareMetres",
                land.returnedToForestSquareMetres(),
                land.forestSquareMetres());
    }

    private static void part(String field, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        if (part == null || whole == null || part.compareTo(whole) <= 0) return;
        throw new Malformed(field, "part-of-whole", "大于其所属的总面积", "is more than the whole it is of");
    }

    /** A square kilometre: more than any household has. */
    private static void plot(String field, @Nullable BigDecimal value) {
        area(field, value, BigDecimal.valueOf(1_000_000));
    }

    private static void area(String field, @Nullable BigDecimal value, BigDecimal most) {
        if (value == null) return;
        if (value.signum() < 0 || value.compareTo(most) > 0) {
            throw new Malformed(
                    field,
                    "range-0-" + most,
                    "应在 0 与 " + most + " 之间",
                    "must be between 0 and " + most);
        }
        if (value.scale() > 2) {
            throw new Malformed(field, "two-decimals", "最多两位小数", "at most two decimals");
        }
    }

    private static void metres(String field, @Nullable Integer value) {
        if (value != null) Check.range(field, value, 0, 1_000_000);
    }
}
