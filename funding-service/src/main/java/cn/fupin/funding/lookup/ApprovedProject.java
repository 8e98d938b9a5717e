package cn.fupin.funding.lookup;

import java.time.LocalDate;

/** A project in the library 项目库: where it lies and since when it may get money. */
public record ApprovedProject(String region, LocalDate approvedOn) {}
