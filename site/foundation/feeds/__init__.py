"""Feeds and the calendar: what is new and what is to come, for programs that readers have chosen.

Apps say what they have to tell in `AppConfig.ready`; here it is put together and written down.
"""
