"""Charts as geometry and as words, from figures alone: knows neither Django nor HTML.

Places along a chart are hundredths of its breadth or height, so one drawing fits every screen and
its text keeps the reader's own size. `series` says what a chart is of, `over_time` and `side_by_side`
where everything lies, `scale` and `time_axis` what the axes say, `summary` what there is to see.
"""
